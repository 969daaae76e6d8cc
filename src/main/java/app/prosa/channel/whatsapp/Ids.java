package app.prosa.channel.whatsapp;

import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.Values;
import java.util.regex.Pattern;

/** How the Cloud API writes what it calls things. */
final class Ids {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");
    private static final Pattern TELEPHONE = Pattern.compile("\\+?[0-9]{5,20}");
    private static final Pattern BUSINESS_SCOPED =
            Pattern.compile("[A-Z]{2}(\\.ENT)?\\.[A-Za-z0-9]{1,128}");

    private Ids() {}

    /** Of a telephone number of ours, or of a file. */
    static boolean isObject(String id) {
        return NUMBER.matcher(id).matches();
    }

    /** Without the plus sign that stands before it at some places; empty when it is missing. */
    static String telephone(Fields fields, String name) {
        String id = Values.id(fields, name);
        return id.startsWith("+") ? id.substring(1) : id;
    }

    static boolean isTelephone(String id) {
        return TELEPHONE.matcher(id).matches();
    }

    /** What stands for a person towards one business. */
    static boolean isBusinessScoped(String id) {
        return BUSINESS_SCOPED.matcher(id).matches();
    }
}
