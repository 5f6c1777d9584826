package io.callbox.benchmarks.path;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** Writes a class again, with a call of {@link Entries#enter} at the beginning of each method. */
final class EntryWriter extends ClassVisitor {

  private static final int ASM = Opcodes.ASM9;
  private static final String ENTRIES = Type.getInternalName(Entries.class);
  private static final String OURS = "io/callbox/";
  private static final String CONSTRUCTOR = "<init>";
  private static final String CLASS_INITIALIZER = "<clinit>";

  private final ObservedMethod.End end;
  private final Set<String> carrying = new HashSet<>();
  private String file = "";

  EntryWriter(ObservedMethod.End end, ClassVisitor next) {
    super(ASM, next);
    this.end = end;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String @Nullable [] interfaces) {
    super.visit(version, access, name, signature, superName, interfaces);
    file = name.substring(OURS.length());
    if ("java/lang/Record".equals(superName)) {
      carrying.add(CONSTRUCTOR);
    }
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    super.visitSource(source, debug);
    if (source != null) {
      file = file.substring(0, file.lastIndexOf('/') + 1) + source;
    }
  }

  @Override
  public RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    carrying.add(name);
    return super.visitRecordComponent(name, descriptor, signature);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (name.equals(CLASS_INITIALIZER)) {
      return next;
    }
    boolean carries =
        carrying.contains(name) && (name.equals(CONSTRUCTOR) || descriptor.startsWith("()"));
    return new Beginning(next, new ObservedMethod(end, file, name, carries));
  }

  private static final class Beginning extends MethodVisitor {

    private final ObservedMethod method;

    Beginning(MethodVisitor next, ObservedMethod method) {
      super(ASM, next);
      this.method = method;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitLdcInsn(Entries.numberOf(method));
      super.visitMethodInsn(Opcodes.INVOKESTATIC, ENTRIES, "enter", "(I)V", false);
    }
  }
}
