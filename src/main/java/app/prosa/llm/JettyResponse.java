package app.prosa.llm;

import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpField;

/** An answer whose body may still be arriving. Used by one thread. */
final class JettyResponse implements HttpResponse {
    /** How long the end of the body may take once the reader has all that it wants. */
    private static final long END_MILLIS = 100;

    private final Request request;
    private final Response response;
    private final Inflow inflow;
    private final InputStream body;
    private boolean ended;
    private boolean closed;

    JettyResponse(Request request, Response response, Inflow inflow) {
        this.request = request;
        this.response = response;
        this.inflow = inflow;
        this.body = new Body(inflow);
    }

    @Override
    public int statusCode() {
        return response.getStatus();
    }

    /** The first value of a header, or an empty text. */
    String header(String name) {
        String value = response.getHeaders().get(name);
        return value == null ? "" : value;
    }

    @Override
    public Headers headers() {
        Headers.Builder headers = Headers.builder();
        for (HttpField field : response.getHeaders()) {
            String value = field.getValue();
            headers.put(field.getName(), value == null ? "" : value);
        }
        return headers.build();
    }

    @Override
    public InputStream body() {
        return body;
    }

    /** Whether the reader closed it by itself, as is done at {@code [DONE]}. */
    boolean isClosed() {
        return closed;
    }

    /** Closes the connection at once unless the answer is complete. */
    void abort() {
        if (!ended) {
            ended = true;
            var _ = request.abort(new IOException("The call was ended on this side."));
        }
    }

    /**
     * The reader has what it wants: only the mark of the end may be outstanding. If it comes soon,
     * the connection can serve again, which saves the next call a TLS handshake.
     */
    @Override
    public void close() {
        closed = true;
        if (ended) {
            return;
        }
        try {
            if (inflow.awaitEnd(END_MILLIS)) {
                ended = true;
            } else {
                abort();
            }
        } catch (InterruptedException e) {
            abort();
            Thread.currentThread().interrupt();
        }
    }

    /** Interrupting its reader ends the exchange, even while bytes are still buffered. */
    private final class Body extends FilterInputStream {
        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            if (Thread.currentThread().isInterrupted()) {
                throw interrupted(new InterruptedIOException());
            }
            try {
                int count = super.read(to, offset, length);
                ended |= count < 0;
                return count;
            } catch (InterruptedIOException e) {
                throw interrupted(e);
            }
        }

        private InterruptedIOException interrupted(InterruptedIOException e) {
            abort();
            Thread.currentThread().interrupt();
            return e;
        }

        /** The exchange is ended by the response, which knows whether that was its end. */
        @Override
        public void close() {}
    }
}
