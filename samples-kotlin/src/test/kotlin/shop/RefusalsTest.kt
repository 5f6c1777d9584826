package shop

import java.io.ByteArrayOutputStream
import java.io.File
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

/** What only Kotlin can say is refused by kapt on its line, with what to write. */
internal class RefusalsTest {
  @TempDir lateinit var folder: Path

  @Test
  fun eachSaysWhatToWriteInstead() {
    val said = refusalsOf(CONTRACT)
    for (line in CONTRACT.lines().filter { "//" in it }) {
      val (code, words) = line.substringAfter("// ").split(": ")
      assertTrue(said.lines().any { code in it && words in it }, "$code $words in:\n$said")
    }
  }

  private fun refusalsOf(contract: String): String {
    val source = Files.writeString(folder.resolve("Bad.kt"), contract)
    val output = ByteArrayOutputStream()
    val code = PrintStream(output).use { K2JVMCompiler().exec(it, *arguments(source)) }
    assertEquals(ExitCode.COMPILATION_ERROR, code, output.toString())
    return output.toString()
  }

  private fun arguments(source: Path): Array<String> {
    val paths = System.getProperty("java.class.path").split(File.pathSeparator)
    val kapt = paths.single { "kotlin-annotation-processing-embeddable" in it }
    val options =
        listOf("sources", "classes", "stubs").map { "$it=${folder.resolve(it)}" } +
            paths.map { "apclasspath=$it" } +
            listOf("aptMode=stubsAndApt", "correctErrorTypes=true")
    return arrayOf(
        *arrayOf("-no-stdlib", "-no-reflect", "-jvm-target", "17", "-java-parameters"),
        *arrayOf("-cp", paths.joinToString(File.pathSeparator), "-d", "${folder.resolve("out")}"),
        "-Xplugin=$kapt",
        *options.flatMap { listOf("-P", "plugin:org.jetbrains.kotlin.kapt3:$it") }.toTypedArray(),
        source.toString(),
    )
  }

  private companion object {
    /** Behind each line is the code of its refusal, and some of its words. */
    val CONTRACT =
        """
        package bad
        import io.callbox.annotation.RemoteService
        @RemoteService
        interface Bad {
          suspend fun later(): String // RPC012: CompletableFuture
          fun sealed(payment: Sealed): Int // RPC023: @JsonTypeInfo and @JsonSubTypes
          fun values(ids: List<Id>): Int // RPC024: a value class of Kotlin's
          fun box(box: Box<Number>): Int // RPC022: @JvmSuppressWildcards
          fun alone(only: Only): Int // RPC024: only
        }
        sealed interface Sealed
        data class One(val number: Int) : Sealed
        @JvmInline value class Id(val text: String)
        class Box<out T>(val held: T)
        object Only
        """
            .trimIndent()
  }
}
