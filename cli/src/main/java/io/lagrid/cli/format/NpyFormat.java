package io.lagrid.cli.format;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** NumPy's file of one array. */
final class NpyFormat implements ArrayFormat {

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
  public NdArray read(Location location) throws IOException {
    try (FileChannel channel = FileChannel.open(location.path())) {
      return new NpyReader(channel, channel.size(), location.toString()).read();
    }
  }

  @Override
  public void write(NdArray array, Location location, WritableByteChannel target)
      throws IOException {
    NpyWriter.write(array, target);
  }
}
