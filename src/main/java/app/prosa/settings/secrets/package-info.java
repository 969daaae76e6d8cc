/** The places that keep secrets, behind one door: the vault. */
@NullMarked
package app.prosa.settings.secrets;

import org.jspecify.annotations.NullMarked;
