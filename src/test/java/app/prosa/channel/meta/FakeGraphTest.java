package app.prosa.channel.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stand-in is as strict as it says. */
class FakeGraphTest {
    private static final String NUMBER = FakeWhatsApp.PHONE_NUMBER_ID;

    private final FakeGraph server = FakeGraph.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void known() {
        server.whatsApp().says("5511955550100", "Oi");
        server.messenger().says("42", "Oi");
        server.instagram().says("43", "Oi");
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private long code(HttpRequest.Builder request) throws IOException, InterruptedException {
        byte[] answer = client.send(request.build(), BodyHandlers.ofByteArray()).body();
        Long code =
                Json.read(answer)
                        .flatMap(fields -> fields.object("error"))
                        .map((Fields error) -> error.number("code"))
                        .orElse(0L);
        return code == null ? -1 : code;
    }

    private HttpRequest.Builder at(String path, String token) {
        return HttpRequest.newBuilder(URI.create(server.baseUrl() + path))
                .header("Authorization", "Bearer " + token);
    }

    private long post(String path, String token, String body)
            throws IOException, InterruptedException {
        return code(
                at(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private static String path(String object) {
        return "/" + FakeGraph.VERSION + "/" + object;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    0 | 'recipient_type':'individual','type':'text','to':'5511955550100','text':{'body':'Oi','preview_url':false}
                    131008 | 'recipient_type':'individual','type':'text','text':{'body':'Oi','preview_url':false}
                    131008 | 'recipient_type':'individual','type':'text','to':'1','recipient':'BR.1','text':{'body':'Oi','preview_url':false}
                    100 | 'recipient_type':'individual','type':'text','to':'BR.1','text':{'body':'Oi','preview_url':false}
                    100 | 'recipient_type':'individual','type':'text','recipient':'5511955550100','text':{'body':'Oi','preview_url':false}
                    100 | 'type':'text','to':'5511955550100','text':{'body':'Oi','preview_url':false}
                    100 | 'recipient_type':'individual','type':'image','to':'5511955550100','text':{'body':'Oi','preview_url':false}
                    100 | 'recipient_type':'individual','type':'text','to':'5511955550100','text':{'body':'','preview_url':false}
                    100 | 'recipient_type':'individual','type':'text','to':'5511955550100','text':{'body':'Oi','preview_url':'no'}
                    100 | 'recipient_type':'individual','type':'text','to':5511955550100,'text':{'body':'Oi','preview_url':false}
                    100 | 'recipient_type':'individual','type':'text','to':'5511955550100','text':{'body':'Oi','preview_url':false},'x':1
                    131009 | 'recipient_type':'individual','type':'text','to':'5511955550100','text':{'body':'Oi','preview_url':false},'context':{'message_id':'wamid.x'}
                    131047 | 'recipient_type':'individual','type':'text','to':'777777','text':{'body':'Oi','preview_url':false}
                    0 | 'status':'read','message_id':'wamid.in1'
                    131009 | 'status':'read','message_id':'wamid.in9'
                    100 | 'status':'delivered','message_id':'wamid.in1'
                    100 | 'status':'read','message_id':'wamid.in1','typing_indicator':{'type':'dance'}
                    """)
    void on_whatsapp_a_call_with_a_mistake_is_refused(long code, String fields) throws Exception {
        String body = "{'messaging_product':'whatsapp'," + fields + "}";
        assertEquals(code, post(path(NUMBER + "/messages"), FakeGraph.WHATSAPP_TOKEN, body));
        boolean sent = code == 0 && fields.contains("text");
        assertEquals(sent ? 1 : 0, server.whatsApp().sent().size());
        String bare = "{" + fields + "}";
        assertEquals(100, post(path(NUMBER + "/messages"), FakeGraph.WHATSAPP_TOKEN, bare));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    0 | 'messaging_type':'RESPONSE','message':{'text':'Oi','metadata':'x'}
                    0 | 'messaging_type':'MESSAGE_TAG','tag':'HUMAN_AGENT','message':{'text':'Oi'}
                    0 | 'sender_action':'typing_on'
                    100 | 'sender_action':'dance'
                    100 | 'sender_action':'typing_on','message':{'text':'Oi'}
                    100 | 'message':{'text':'Oi'}
                    100 | 'messaging_type':'MESSAGE_TAG','message':{'text':'Oi'}
                    100 | 'messaging_type':'MESSAGE_TAG','tag':'ACCOUNT_UPDATE','message':{'text':'Oi'}
                    100 | 'messaging_type':'RESPONSE','tag':'HUMAN_AGENT','message':{'text':'Oi'}
                    100 | 'messaging_type':'RESPONSE','message':{'text':''}
                    100 | 'messaging_type':'RESPONSE','message':{'text':7}
                    100 | 'messaging_type':'RESPONSE','message':{'text':'Oi','x':1}
                    100 | 'messaging_type':'RESPONSE','message':'Oi'
                    100 | 'messaging_type':'RESPONSE','message':{'text':'Oi'},'notification':1
                    """)
    void on_messenger_a_call_with_a_mistake_is_refused(long code, String fields) throws Exception {
        String body = "{'recipient':{'id':'42'}," + fields + "}";
        assertEquals(code, post(path("me/messages"), FakeGraph.PAGE_TOKEN, body));
        assertEquals(100, post(path("me/messages"), FakeGraph.PAGE_TOKEN, "{" + fields + "}"));
        String stranger = "{'recipient':{'id':'7'}," + fields + "}";
        assertEquals(100, post(path("me/messages"), FakeGraph.PAGE_TOKEN, stranger));
        String number = "{'recipient':{'id':42}," + fields + "}";
        assertEquals(100, post(path("me/messages"), FakeGraph.PAGE_TOKEN, number));
    }

    @Test
    void on_instagram_bytes_are_counted_and_nothing_comes_back() throws Exception {
        String start = "{'recipient':{'id':'43'},'messaging_type':'RESPONSE','message':{'text':'";
        String token = FakeGraph.INSTAGRAM_TOKEN;
        String path = path("me/messages");
        assertEquals(0, post(path, token, start + "é".repeat(500) + "'}}"));
        assertEquals(100, post(path, token, start + "é".repeat(500) + "x'}}"));
        assertEquals(100, post(path, token, start + "Oi','metadata':'x'}}"));
        assertEquals(1, server.instagram().sent().size());
    }

    @Test
    void the_token_the_version_the_method_and_the_type_are_checked() throws Exception {
        String body = "{'recipient':{'id':'42'},'sender_action':'typing_on'}";
        String page = FakeGraph.PAGE_TOKEN;
        String path = path("me/messages");
        assertEquals(0, post(path, page, body));
        assertEquals(190, post(path, page + "x", body));
        assertEquals(190, post(path, "", body));
        assertEquals(2500, post("/v22.0/me/messages", page, body));
        assertEquals(2500, post("/me/messages", page, body));
        assertEquals(100, post(path + "?access_token=x", page, body));
        assertEquals(100, post(path, page, "[]"));
        assertEquals(100, post(path(NUMBER + "/messages"), page, body));
        assertEquals(100, post(path, FakeGraph.WHATSAPP_TOKEN, body));
        assertEquals(100, code(at(path, page).GET()));
        assertEquals(100, code(at(path, page).POST(BodyPublishers.ofString("{}"))));
        assertEquals(0, code(at(path("me?fields=id,name"), page).GET()));
        assertEquals(100, code(at(path("me?fields=id,shoe_size"), page).GET()));
        assertEquals(100, code(at(path("me?fields=id,name&access_token=x"), page).GET()));
        assertEquals(1, server.messenger().actions().size());
    }

    @Test
    void all_that_came_is_noted() throws Exception {
        post(path("me/messages"), "nobody's", "{}");
        GraphCall call = server.awaitCall("messages");
        assertEquals("/v23.0/me/messages", call.path());
        assertTrue(call.body().isEmpty());
        assertEquals(1, server.calls("messages").size());
    }
}
