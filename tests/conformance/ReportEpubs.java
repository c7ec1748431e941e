import com.adobe.epubcheck.tool.EpubChecker;
import java.io.OutputStream;
import java.io.PrintStream;

/** Runs EPUBCheck over pairs of a file and the JSON report to write of it, in one virtual machine. */
public final class ReportEpubs {
    public static void main(String[] pairs) {
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(silence);
        System.setErr(silence);
        for (int i = 0; i + 1 < pairs.length; i += 2)
            new EpubChecker().run(new String[] {pairs[i], "--json", pairs[i + 1]});
    }
}
