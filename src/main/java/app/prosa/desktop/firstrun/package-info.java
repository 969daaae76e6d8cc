/** What is asked at the first start: {@link FirstRunPage} is its door. */
@NullMarked
package app.prosa.desktop.firstrun;

import org.jspecify.annotations.NullMarked;
