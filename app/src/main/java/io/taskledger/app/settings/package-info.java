/** Settings: read from the environment and .env, checked before anything starts. */
@NullMarked
package io.taskledger.app.settings;

import org.jspecify.annotations.NullMarked;
