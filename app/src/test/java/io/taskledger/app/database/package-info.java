/** What the database itself refuses, whatever the product's code would do. */
@NullMarked
package io.taskledger.app.database;

import org.jspecify.annotations.NullMarked;
