/** What a request must be like before anybody asks who sent it: origins, hosts, headers, sizes; and the filter chains. */
@NullMarked
package io.taskledger.security.web;

import org.jspecify.annotations.NullMarked;
