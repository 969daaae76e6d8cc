/** Routes, requests, answers and errors, as docs/API.md has them. */
@NullMarked
package app.prosa.server.http;

import org.jspecify.annotations.NullMarked;
