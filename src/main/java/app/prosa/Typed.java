package app.prosa;

import java.io.BufferedReader;

/**
 * What is typed.
 *
 * @param person whether somebody sits there and sees it already
 */
record Typed(BufferedReader lines, boolean person) {}
