package io.callbox.contract.model;

import io.callbox.contract.compare.Verdict;

/** A model that knows who compares it: the known bad class of the architecture test. */
record WrongFloor(Verdict verdict) {}
