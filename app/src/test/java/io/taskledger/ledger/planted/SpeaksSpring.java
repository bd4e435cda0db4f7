package io.taskledger.ledger.planted;

import org.springframework.jdbc.core.simple.JdbcClient;

/** A library that the ledger does without. */
record SpeaksSpring(JdbcClient jdbc) {}
