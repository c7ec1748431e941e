import com.adobe.epubcheck.tool.EpubChecker;

/** Runs EPUBCheck over all files named, in one virtual machine; a warning counts as an error. */
public final class CheckEpubs {
    public static void main(String[] files) {
        int failed = 0;
        for (String file : files) {
            if (new EpubChecker().run(new String[] {file, "--failonwarnings", "--quiet"}) != 0) failed++;
        }
        System.exit(failed == 0 ? 0 : 1);
    }
}
