/** What a hastily typed title says beside the title: when, how important, which tags, which list. */
@NullMarked
package io.taskledger.ui.quickadd;

import org.jspecify.annotations.NullMarked;
