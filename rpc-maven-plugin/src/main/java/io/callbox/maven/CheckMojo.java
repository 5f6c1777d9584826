package io.callbox.maven;

import io.callbox.contract.CheckReport;
import io.callbox.contract.ContractCheck;
import io.callbox.contract.Documents;
import io.callbox.contract.Policy;
import io.callbox.contract.Suppression;
import io.callbox.contract.Suppressions;
import io.callbox.contract.model.ContractFormatException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares the compiled contracts with the baseline in the repository. It fails the build if they
 * differ in a way that the policy does not allow, or if there are no compiled contracts. Without a
 * baseline, it only explains how to make one.
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class CheckMojo extends AbstractMojo {

  /** The folder with the documents of the version that runs. */
  @Parameter(defaultValue = "${project.basedir}/contracts", property = "callbox.baseline")
  File baseline = new File("contracts");

  /** The folder where the compiler put the documents of this version. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
  File classes = new File("target/classes");

  /** The file with the intended differences, each with its reason. */
  @Parameter(
      defaultValue = "${project.basedir}/contracts/suppressions.json",
      property = "callbox.suppressions")
  File suppressions = new File("contracts/suppressions.json");

  /** The policy: the changes that pass. */
  @Parameter(defaultValue = "SOME_ORDER", property = "callbox.allow")
  Policy allow = Policy.SOME_ORDER;

  /** The file for a SARIF log, for tools that show it on a change; none by default. */
  @Parameter(property = "callbox.sarif")
  @Nullable File sarif;

  /** A goal that Maven configures. */
  public CheckMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    try {
      if (Documents.files(baseline.toPath()).isEmpty()) {
        getLog().warn("there are no contracts in " + baseline + ": callbox:update puts them there");
        return;
      }
      if (Documents.files(classes.toPath()).isEmpty()) {
        throw new MojoFailureException(
            "there are no contracts in "
                + classes
                + ", but some in "
                + baseline
                + ": compile first, with Callbox's processor; if all services are gone, delete their"
                + " documents");
      }
      report(check().report());
    } catch (IOException | ContractFormatException failure) {
      throw new MojoExecutionException(String.valueOf(failure.getMessage()), failure);
    }
  }

  private ContractCheck check() throws IOException {
    return ContractCheck.of(Documents.in(baseline.toPath()), Documents.in(classes.toPath()))
        .suppressing(meant(suppressions.toPath()))
        .allowing(allow);
  }

  private static List<Suppression> meant(Path file) throws IOException {
    return Files.exists(file) ? Suppressions.read(Files.readString(file)) : List.of();
  }

  private void report(CheckReport report) throws IOException, MojoFailureException {
    if (sarif != null) {
      Files.createDirectories(sarif.toPath().toAbsolutePath().getParent());
      Files.writeString(sarif.toPath(), report.sarif(baseline.getName()));
    }
    if (!report.passes()) {
      throw new MojoFailureException(
          "contracts differ from those in " + baseline + ":\n\n" + report.text());
    }
    report.text().lines().forEach(getLog()::info);
  }
}
