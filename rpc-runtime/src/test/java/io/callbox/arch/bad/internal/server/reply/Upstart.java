package io.callbox.arch.bad.internal.server.reply;

import io.callbox.arch.bad.internal.server.dispatch.Switchboard;

/** Sends responses, and knows who runs calls. */
record Upstart(Switchboard switchboard) {}
