//go:build unix

package isolate

import (
	"os/exec"
	"syscall"
)

// detach gives the child a process group of its own: Ctrl-C in the terminal is
// for the parent, which finishes the documents in hand, and the programs that a
// reader starts can be ended together with it.
func detach(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
}

// kill ends the child and what it has started.
func kill(cmd *exec.Cmd) {
	_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	_ = cmd.Process.Kill()
}

// killed reports whether a signal ended the child, and which.
func killed(cmd *exec.Cmd) (string, bool) {
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	if !ok || !status.Signaled() {
		return "", false
	}
	return status.Signal().String(), true
}
