package io.callbox.maven;

import io.callbox.contract.Documents;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Makes the compiled contracts the baseline, which belongs into the repository. Run it when a
 * version goes into production. It deletes documents of services that are gone, but none if there
 * are no compiled contracts.
 */
@Mojo(name = "update", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class UpdateMojo extends AbstractMojo {

  /** The folder into which the documents are put. */
  @Parameter(defaultValue = "${project.basedir}/contracts", property = "callbox.baseline")
  File baseline = new File("contracts");

  /** The folder where the compiler put the documents of this version. */
  @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
  File classes = new File("target/classes");

  /** A goal that Maven configures. */
  public UpdateMojo() {}

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    try {
      if (Documents.files(classes.toPath()).isEmpty()) {
        throw new MojoFailureException(
            "there are no contracts in " + classes + ": compile first, mvn compile callbox:update");
      }
      Path folder = Files.createDirectories(baseline.toPath());
      Set<Path> current = new HashSet<>();
      for (Path document : Documents.files(classes.toPath())) {
        Path copy = folder.resolve(document.getFileName());
        Files.copy(document, copy, StandardCopyOption.REPLACE_EXISTING);
        current.add(copy);
      }
      for (Path known : Documents.files(folder)) {
        if (!current.contains(known)) {
          Files.delete(known);
        }
      }
      getLog().info(current.size() + " contracts are in " + baseline);
    } catch (IOException failure) {
      throw new MojoExecutionException(String.valueOf(failure.getMessage()), failure);
    }
  }
}
