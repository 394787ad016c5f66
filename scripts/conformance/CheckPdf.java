import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * veraPDF's library on many files in one Java: FLAVOUR FILE, FLAVOUR FILE… One line each, tab between: flavour, file,
 * then every broken rule as «clause test number (times)»; a file that cannot be read has «!» and why.
 */
public class CheckPdf {
  public static void main(String[] words) {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    for (int at = 0; at + 1 < words.length; at += 2) {
      List<String> line = new ArrayList<>(List.of(words[at], words[at + 1]));
      try {
        line.addAll(broken(PDFAFlavour.byFlavourId(words[at]), new File(words[at + 1])));
      } catch (Exception | StackOverflowError problem) {
        line.add("! " + String.valueOf(problem.getMessage()).replaceAll("\\s+", " "));
      }
      System.out.println(String.join("\t", line));
    }
  }

  private static List<String> broken(PDFAFlavour flavour, File file) throws Exception {
    var profile = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(flavour);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(profile, 1, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      var times = new TreeMap<String, Integer>();
      for (var entry : result.getFailedChecks().entrySet()) {
        RuleId rule = entry.getKey();
        times.put(rule.getClause() + " test " + rule.getTestNumber(), entry.getValue());
      }
      List<String> rules = new ArrayList<>();
      times.forEach((rule, count) -> rules.add(rule + " (" + count + ")"));
      if (rules.isEmpty() && !result.isCompliant()) rules.add("! not compliant");
      // A file that does not say that it conforms is not what its manifest claims.
      if (!parser.getFlavours().contains(flavour)) rules.add("! does not declare " + flavour.getId());
      return rules;
    }
  }
}
