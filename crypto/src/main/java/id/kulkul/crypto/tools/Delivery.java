package id.kulkul.crypto.tools;

import id.kulkul.crypto.bytes.Digest;
import id.kulkul.crypto.log.InvalidEvidence;
import id.kulkul.crypto.log.LogLeaf;
import id.kulkul.crypto.log.Promise;
import id.kulkul.crypto.receipt.Receipt;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/** Sends one sealed report and says what became of it: each sentence tells whether anything was sent. */
record Delivery(Site site, VouchedList list, InstantSource clock, PrintStream out, Locale language) {
    private static final int FAILED = 1;
    private static final int UNTIMELY = 2;
    private static final int UNCERTAIN = 3;
    private static final int SUBMITTED = 20;

    /** The exit code. */
    int send(OwnReport report, String message, Receipt receipt) throws Site.Unreached {
        if (!sendFiles(report.files())) return FAILED;
        print(receipt);
        try {
            return acknowledged(answer(message), report);
        } catch (Site.Refused | Site.Unreached refused) {
            out.println("NOT RECEIVED (" + refused.getMessage() + "): the receipt above opens nothing.");
            return FAILED;
        } catch (InvalidEvidence broken) {
            return uncertain("the answer proves nothing: " + broken.reason());
        } catch (IOException lost) {
            return uncertain(Sentences.of(lost));
        }
    }

    private boolean sendFiles(Map<Digest, byte[]> files) throws Site.Unreached {
        boolean begun = false;
        try {
            for (Map.Entry<Digest, byte[]> file : files.entrySet()) {
                site.put("lapor/berkas/" + file.getKey().hex(), file.getValue());
                begun = true;
            }
            return true;
        } catch (Site.Unreached e) {
            if (!begun) throw e;
            return stopped(e);
        } catch (IOException e) {
            return stopped(e);
        }
    }

    private boolean stopped(IOException e) {
        out.println("NOT SENT (" + Sentences.of(e)
                + "): the report itself was not sent. Sealed attachments that arrived without it are"
                + " removed after a day; nobody can open them.");
        return false;
    }

    /** Before anything can be received: whoever loses the answer must not lose the receipt of a report that stands. */
    private void print(Receipt receipt) {
        out.println("digits: " + receipt.digits());
        out.println("words: " + receipt.words(language));
        out.println("greeting: " + receipt.greeting());
        out.println("NOT ACKNOWLEDGED YET: note this receipt down; the report is being sent.");
        out.flush();
    }

    private record Answer(LogLeaf leaf, Promise promise, String text) {}

    private Answer answer(String message) throws IOException, InvalidEvidence {
        Json answer = site.post("lapor/tersegel", message);
        try {
            Json promise = answer.at("promise");
            return new Answer(
                    LogLeaf.decoded(answer.at("leaf").base64()), Promise.decoded(promise.base64()), promise.text());
        } catch (IllegalArgumentException odd) {
            throw site.notOurs();
        }
    }

    /**
     * Only the log's own signed word about exactly this report acknowledges it; one that is not of this time is said
     * aloud.
     */
    private int acknowledged(Answer answer, OwnReport report) throws InvalidEvidence {
        LogLeaf leaf = answer.leaf();
        Promise promise = answer.promise();
        list.verify(promise);
        boolean ours = leaf.aggregate().equals(report.id())
                && leaf.subject().equals(report.subject())
                && leaf.eventType() == SUBMITTED
                && leaf.hash().equals(promise.leafHash());
        if (!ours) throw new InvalidEvidence("other-leaf");
        try {
            new Recency(clock.instant()).requirePromise(promise.hourDue());
        } catch (Untimely odd) {
            out.println("ACKNOWLEDGED without a valid promise (" + odd.reason() + "): " + odd.sentence()
                    + ". If the clock is right, check the proof in your mailbox within a day.");
            return UNTIMELY;
        }
        out.println("promise: " + answer.text());
        out.println("ACKNOWLEDGED hourDue=" + promise.hourDue() + " (in the log before "
                + Recency.start(promise.hourDue() + 1) + ")");
        return 0;
    }

    private int uncertain(String why) {
        out.println("NOT ACKNOWLEDGED (" + why + "): it may have been received.");
        out.println(
                "Look into the mailbox (/kotak) with the receipt above in an hour: where it shows the state of a report,");
        out.println("this one was received. Where it stays empty, send it again; that makes a new receipt.");
        return UNCERTAIN;
    }
}
