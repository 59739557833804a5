package tandem.sync.codegen;

import com.apollographql.apollo.compiler.codegen.java.JavaOutput;
import com.squareup.javapoet.AnnotationSpec;
import com.squareup.javapoet.JavaFile;
import com.squareup.javapoet.TypeSpec;

/**
 * The compiler writes a raw {@code ImmutableMapBuilder} where an operation spells an input object
 * out; javac would refuse that under {@code -Xlint:rawtypes -Werror}. Only the classes of
 * selections are marked, so that raw types elsewhere still break the build.
 */
final class RawMaps {
  private static final AnnotationSpec SUPPRESSION =
      AnnotationSpec.builder(SuppressWarnings.class)
          .addMember("value", "{$S, $S}", "unchecked", "rawtypes")
          .build();

  private RawMaps() {}

  static JavaOutput allow(JavaOutput output) {
    return new JavaOutput(
        output.getJavaFiles().stream().map(RawMaps::allow).toList(), output.getCodegenMetadata());
  }

  private static JavaFile allow(JavaFile file) {
    if (!file.packageName.endsWith(".selections")) {
      return file;
    }
    TypeSpec.Builder type = file.typeSpec.toBuilder();
    type.annotations.clear();
    return JavaFile.builder(file.packageName, type.addAnnotation(SUPPRESSION).build()).build();
  }
}
