package io.callbox.arch.bad.internal.client.push;

import io.callbox.arch.bad.internal.client.call.Conversation;

/** Pushes requests, and knows whose they are. */
record Eavesdropper(Conversation conversation) {}
