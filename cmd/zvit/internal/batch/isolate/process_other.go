//go:build !unix

package isolate

import "os/exec"

func detach(*exec.Cmd) {}

// kill ends the child.
func kill(cmd *exec.Cmd) { _ = cmd.Process.Kill() }

// killed: there are no signals here.
func killed(*exec.Cmd) (string, bool) { return "", false }
