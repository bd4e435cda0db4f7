package io.taskledger.rest.planted;

import javax.sql.DataSource;

/** An edge that goes past the gateways. */
record AsksTheDatabase(DataSource database) {}
