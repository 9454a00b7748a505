package io.lagrid.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The program made from {@code peers/peers.cpp}. */
record NativePeers(String program) {

  /**
   * Runs it once.
   *
   * @param timings modified
   * @return which kernels OpenBLAS chose
   */
  String run(boolean quick, Timings timings) throws IOException {
    List<String> command = new ArrayList<>(List.of(program));
    if (quick) {
      command.add("quick");
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String kernels = "";
    try (BufferedReader reader = process.inputReader()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.startsWith("#")) {
          kernels = line.substring(1).strip();
        } else {
          String[] fields = line.split("\t", -1);
          timings.add(fields[0], fields[1], Double.parseDouble(fields[2]));
        }
      }
    }
    return kernels;
  }
}
