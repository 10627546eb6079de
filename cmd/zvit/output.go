package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"syscall"

	"zvit/cmd/zvit/internal/export"
	"zvit/cmd/zvit/internal/newfile"
)

// outputError says in the user's language why a file or folder could not be made
// at the path out, and what to do next; an error of another kind stays as it is.
func outputError(e *env, out string, err error) error {
	var exists newfile.ExistsError
	var inUse newfile.InUseError
	var of *fs.PathError // of the output: the database's errors are of another type
	switch {
	case err == nil:
		return nil
	case errors.Is(err, export.ErrOneView):
		return usageError{e.say.Say("error.one_view", out), e.say.Say("hint.one_view")}
	case errors.As(err, &exists):
		return usageError{e.say.Say("error.exists", exists.Path), e.say.Say("hint.exists")}
	case errors.As(err, &inUse):
		return usageError{e.say.Say("error.in_use", inUse.Path), e.say.Say("hint.in_use")}
	case !errors.As(err, &of):
		return err
	case errors.Is(of, syscall.ENOSPC), errors.Is(of, syscall.EDQUOT):
		return failedError{exitFailed, e.say.Say("error.no_space", out), e.say.Say("hint.no_space")}
	case errors.Is(of, fs.ErrNotExist):
		return failedError{exitFailed, e.say.Say("error.no_folder", filepath.Dir(out)), e.say.Say("hint.no_folder")}
	case errors.Is(of, fs.ErrPermission), errors.Is(of, syscall.EROFS), errors.Is(of, syscall.ENOTDIR):
		return failedError{exitFailed, e.say.Say("error.read_only", out), e.say.Say("hint.output")}
	}
	return err
}
