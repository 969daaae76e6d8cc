package app.prosa.channel.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What Twilio posts, and how it signs that. */
public final class FakeForms {
    private FakeForms() {}

    /** A text of somebody's, with all that stands beside it today. */
    static SequencedMap<String, String> message(
            FakeStored message, String name, List<FakeFiles.File> files) {
        SequencedMap<String, String> form = new LinkedHashMap<>();
        String from = String.valueOf(message.from());
        form.put("SmsMessageSid", message.sid());
        form.put("NumMedia", "" + files.size());
        form.put("ProfileName", name);
        form.put("MessageType", files.isEmpty() ? "text" : "image");
        form.put("SmsSid", message.sid());
        form.put("WaId", from.replaceFirst("whatsapp:\\+?", ""));
        form.put("SmsStatus", "received");
        form.put("Body", message.body());
        form.put("To", message.to());
        form.put("NumSegments", "1");
        form.put("ReferralNumMedia", "0");
        form.put("MessageSid", message.sid());
        form.put("AccountSid", FakeTwilio.SID);
        if (message.service() != null) {
            form.put("MessagingServiceSid", message.service());
        }
        form.put("ExternalUserId", "whatsapp:BR.1A2B3C");
        form.put("ChannelMetadata", "{\"type\":\"whatsapp\",\"data\":{\"context\":{}}}");
        form.put("From", from);
        form.put("ApiVersion", "2010-04-01");
        for (int i = 0; i < files.size(); i++) {
            form.put("MediaUrl" + i, "https://api.twilio.com" + FakeFiles.path(files.get(i)));
            form.put("MediaContentType" + i, files.get(i).mediaType());
        }
        return form;
    }

    /** News of a message of ours. */
    static SequencedMap<String, String> status(
            FakeStored message, String status, @Nullable Integer error) {
        SequencedMap<String, String> form = new LinkedHashMap<>();
        form.put("ChannelPrefix", "whatsapp");
        form.put("ApiVersion", "2010-04-01");
        form.put("MessageStatus", status);
        form.put("SmsSid", message.sid());
        form.put("SmsStatus", status);
        form.put("ChannelInstallSid", "XE" + "0".repeat(32));
        form.put("To", message.to());
        form.put("From", FakeTwilio.NUMBER);
        form.put("MessageSid", message.sid());
        form.put("AccountSid", FakeTwilio.SID);
        if (error != null) {
            form.put("ErrorCode", "" + error);
        }
        if (status.equals("read")) {
            form.put("EventType", "READ");
        }
        return form;
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The value of {@code X-Twilio-Signature}. */
    static String signature(String url, Map<String, String> form) {
        return signature(FakeTwilio.TOKEN, url, form);
    }

    static String signature(String token, String url, Map<String, String> form) {
        StringBuilder signed = new StringBuilder(url);
        new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            byte[] code = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
