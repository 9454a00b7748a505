package io.lagrid.cli.format.npy;

import io.lagrid.cli.format.array.ArrayFormat;
import io.lagrid.cli.format.array.NdArray;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** NumPy's file of one array. */
public final class NpyFormat implements ArrayFormat {

  /** The first six bytes. */
  static final String MAGIC = "\u0093NUMPY";

  @Override
  public String extension() {
    return ".npy";
  }

  @Override
  public int largestRank() {
    return NpyHeader.LARGEST_RANK;
  }

  @Override
  public NdArray read(Path file, @Nullable String member) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return new NpyReader(channel, channel.size(), file.toString()).read();
    }
  }

  @Override
  public void write(NdArray array, @Nullable String member, WritableByteChannel target)
      throws IOException {
    NpyWriter.write(array, target);
  }
}
