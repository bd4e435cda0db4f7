/** What the sides say to each other, whatever the feature: ids, metadata keys, rejections. */
@NullMarked
package io.taskledger.messages;

import org.jspecify.annotations.NullMarked;
