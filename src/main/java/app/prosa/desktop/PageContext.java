package app.prosa.desktop;

import app.prosa.settings.Texts;

/**
 * What a page finds around it.
 *
 * @param texts in the language of the moment: a page that lives through a change of language is
 *     made anew
 */
public record PageContext(
        Navigation navigation, Shortcuts shortcuts, SystemDialogs dialogs, Texts texts) {}
