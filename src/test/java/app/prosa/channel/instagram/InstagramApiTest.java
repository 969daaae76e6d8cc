package app.prosa.channel.instagram;

import static app.prosa.channel.instagram.InstagramRig.ANA;
import static app.prosa.channel.instagram.InstagramRig.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.GraphFault;
import app.prosa.channel.meta.ReplyKind;
import app.prosa.channel.text.Part;
import app.prosa.channel.text.Rendering;
import app.prosa.channel.text.Style;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InstagramApiTest {
    private static Stop.Reason stop(SendResult result) {
        Refusal refusal = assertInstanceOf(SendResult.Refused.class, result).refusal();
        return assertInstanceOf(Stop.class, refusal).reason();
    }

    @ParameterizedTest
    @EnumSource
    void the_account_says_who_it_is_however_it_was_connected(InstagramLogin login)
            throws Exception {
        try (InstagramRig rig = new InstagramRig(login)) {
            assertEquals(
                    new Answer.Given<>(
                            new InstagramAccount(
                                    FakeMessaging.INSTAGRAM_ID, "prosa.cafe", "Prosa Café")),
                    rig.api.check());
        }
    }

    @Test
    void the_account_may_come_in_a_list() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.INSTAGRAM)) {
            String list = "{\"data\":[{\"user_id\":17841400001,\"username\":\"prosa.cafe\"}]}";
            rig.server.fail("object", new GraphFault.Raw(200, "", list));
            assertEquals(
                    new Answer.Given<>(
                            new InstagramAccount(FakeMessaging.INSTAGRAM_ID, "prosa.cafe", "")),
                    rig.api.check());
        }
    }

    @Test
    void a_page_without_an_account_has_none() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.FACEBOOK)) {
            rig.server.fail("object", new GraphFault.Raw(200, "", "{\"id\":\"1065900001\"}"));
            assertInstanceOf(Answer.Refused.class, rig.api.check());
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_message_arrives_as_it_is_meant(InstagramLogin login) throws Exception {
        try (InstagramRig rig = new InstagramRig(login)) {
            rig.server.instagram().says(ANA, "Oi");
            assertEquals(new SendResult.Sent("aWdout2"), rig.api.send(to(ANA, "Olá 😀")));
            assertEquals("Olá 😀", rig.server.instagram().sent().getFirst().text());
            assertEquals(Optional.empty(), rig.api.markSeen(ANA));
            assertEquals(Optional.empty(), rig.api.sendTyping(ANA));
            assertEquals(
                    List.of("mark_seen " + ANA, "typing_on " + ANA),
                    rig.server.instagram().actions());
        }
    }

    @Test
    void a_text_is_measured_in_bytes() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.INSTAGRAM)) {
            rig.server.instagram().says(ANA, "Oi");
            assertEquals(Stop.Reason.TOO_LARGE, stop(rig.api.send(to(ANA, "é".repeat(501)))));
            assertTrue(rig.server.calls().isEmpty());
            assertInstanceOf(SendResult.Sent.class, rig.api.send(to(ANA, "é".repeat(500))));
            assertInstanceOf(SendResult.Sent.class, rig.api.send(to(ANA, "😀".repeat(250))));
        }
    }

    @Test
    void every_part_of_a_long_answer_is_taken() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.INSTAGRAM)) {
            rig.server.instagram().says(ANA, "Conte tudo");
            List<Part> parts =
                    Rendering.of("**Bem** então: `a` 😀 _x_\n\n".repeat(200), Style.INSTAGRAM);
            for (Part part : parts) {
                assertInstanceOf(SendResult.Sent.class, rig.api.send(to(ANA, part.plain())));
            }
            assertTrue(parts.size() > 2);
        }
    }

    @Test
    void after_a_day_only_a_person_may_write_and_after_a_week_nobody() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.INSTAGRAM)) {
            InstagramMessage byPerson = new InstagramMessage(ANA, "Oi", ReplyKind.HUMAN_AGENT);
            rig.server.instagram().says(ANA, "Oi");
            rig.pass(Duration.ofHours(24));
            assertEquals(Stop.Reason.WINDOW_CLOSED, stop(rig.api.send(to(ANA, "Oi"))));
            assertInstanceOf(SendResult.Sent.class, rig.api.send(byPerson));
            rig.pass(Duration.ofDays(6));
            assertEquals(Stop.Reason.WINDOW_CLOSED, stop(rig.api.send(byPerson)));
        }
    }

    @Test
    void a_stranger_and_what_is_no_person_are_nobody() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.INSTAGRAM)) {
            assertEquals(Stop.Reason.BAD_ADDRESS, stop(rig.api.send(to("777", "Oi"))));
            assertInstanceOf(Stop.class, rig.api.sendTyping("777").orElseThrow());
            assertInstanceOf(Stop.class, rig.api.markSeen("777").orElseThrow());
            assertEquals(3, rig.server.calls().size());
            assertEquals(Stop.Reason.BAD_ADDRESS, stop(rig.api.send(to("@ana", "Oi"))));
            assertEquals(3, rig.server.calls().size());
        }
    }

    @Test
    void a_file_is_fetched_from_metas_hosts_only() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.INSTAGRAM)) {
            String url = rig.server.stores("a.jpg", new byte[] {1});
            assertInstanceOf(Answer.Given.class, rig.api.download(url));
            assertInstanceOf(Answer.Refused.class, rig.api.download("https://10.0.0.1/a.jpg"));
            assertEquals(1, rig.server.calls().size());
        }
    }

    @Test
    void a_closed_door_sends_nothing_and_shows_no_secret() throws Exception {
        try (InstagramRig rig = new InstagramRig(InstagramLogin.INSTAGRAM)) {
            rig.server.instagram().says(ANA, "Oi");
            rig.api.close();
            assertInstanceOf(SendResult.Refused.class, rig.api.send(to(ANA, "Oi")));
            assertTrue(rig.server.calls().isEmpty());
            assertEquals("InstagramApi", rig.api.toString());
        }
    }

    @Test
    void each_login_has_its_own_server() {
        assertEquals("graph.instagram.com", InstagramLogin.INSTAGRAM.server().getHost());
        assertEquals("graph.facebook.com", InstagramLogin.FACEBOOK.server().getHost());
    }
}
