package io.taskledger.rest.planted;

import java.net.http.HttpClient;

/** What people give the address of could be asked by this. */
record AsksAnotherServer(HttpClient client) {}
