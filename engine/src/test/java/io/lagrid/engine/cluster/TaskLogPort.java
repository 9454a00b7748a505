package io.lagrid.engine.cluster;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Makes a log reachable from other processes of this machine: one connection per task, on which
 * each note is a byte, answered by a byte.
 */
final class TaskLogPort implements AutoCloseable {

  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int GATE = 3;
  private static final int CLOSING = 4;
  private static final int LATE = 5;

  private final ServerSocket server;

  TaskLogPort() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number() {
    return server.getLocalPort();
  }

  /** Serves a log until it is closed. */
  void serve(TaskNotes notes) {
    start(
        () -> {
          while (!server.isClosed()) {
            Socket task = server.accept();
            start(() -> answer(task, notes));
          }
        });
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The notes of a log in another process. */
  static TaskNotes connect(int port) {
    try {
      return new Remote(new Socket(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(Socket task, TaskNotes notes) throws IOException {
    try (task;
        DataInputStream in = new DataInputStream(task.getInputStream());
        DataOutputStream out = new DataOutputStream(task.getOutputStream())) {
      for (int note = in.read(); note >= 0; note = in.read()) {
        boolean reply = false;
        switch (note) {
          case BEGIN -> notes.begin(in.readDouble());
          case END -> notes.end();
          case GATE -> reply = notes.gateOpen();
          case CLOSING -> reply = notes.closing();
          case LATE -> notes.latePoll();
          default -> throw new AssertionError("note " + note);
        }
        out.writeBoolean(reply);
      }
    }
  }

  private interface Serving {
    void run() throws IOException;
  }

  private static void start(Serving serving) {
    Thread thread =
        new Thread(
            () -> {
              try {
                serving.run();
              } catch (IOException e) {
                // the other side has gone, or the port was closed
              }
            },
            "task-log");
    thread.setDaemon(true);
    thread.start();
  }

  private static final class Remote implements TaskNotes {

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    Remote(Socket socket) throws IOException {
      this.socket = socket;
      socket.setTcpNoDelay(true);
      in = new DataInputStream(socket.getInputStream());
      out = new DataOutputStream(socket.getOutputStream());
    }

    @Override
    public synchronized void begin(double mark) {
      ask(BEGIN, mark);
    }

    @Override
    public synchronized void end() {
      ask(END, Double.NaN);
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public synchronized boolean gateOpen() {
      return ask(GATE, Double.NaN);
    }

    @Override
    public synchronized boolean closing() {
      return ask(CLOSING, Double.NaN);
    }

    @Override
    public synchronized void latePoll() {
      ask(LATE, Double.NaN);
    }

    private boolean ask(int note, double mark) {
      try {
        out.write(note);
        if (note == BEGIN) {
          out.writeDouble(mark);
        }
        return in.readBoolean();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
