plugins { application }

repositories { mavenCentral() }

java { toolchain { languageVersion = JavaLanguageVersion.of(17) } }

val callbox = "0.1.0-SNAPSHOT"

dependencies {
  implementation("io.callbox:rpc-runtime:$callbox")
  runtimeOnly("org.slf4j:slf4j-simple:2.0.17")
  annotationProcessor("io.callbox:rpc-processor:$callbox")
  testImplementation("io.callbox:rpc-testkit:$callbox")
  testImplementation("org.junit.jupiter:junit-jupiter:5.14.1")
  testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}

application { mainClass = "tutorial.Server" }

tasks.withType<JavaCompile>().configureEach { options.compilerArgs.add("-parameters") }

tasks.test { useJUnitPlatform() }
