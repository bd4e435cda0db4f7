/** Links that are mailed, and what they prove. */
@NullMarked
package io.taskledger.security.link;

import org.jspecify.annotations.NullMarked;
