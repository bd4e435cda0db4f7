/** All of one's tags: how often they are used, what they are called and which colours they have. */
@NullMarked
package io.taskledger.ui.tag;

import org.jspecify.annotations.NullMarked;
