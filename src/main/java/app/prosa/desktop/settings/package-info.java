/**
 * The page of the settings: {@link SettingsPage} is its door. A section is an FXML file, a
 * controller that connects, and a view model that knows no toolkit control.
 */
@NullMarked
package app.prosa.desktop.settings;

import org.jspecify.annotations.NullMarked;
