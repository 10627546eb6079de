package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	yaml "go.yaml.in/yaml/v3"

	"zvit/cmd/zvit/messages"
)

// job is what deploy/kubernetes.yaml uses of batch/v1 and core/v1 (Kubernetes
// 1.33). Reading is strict: a field that the API does not have, or has elsewhere,
// fails. The API server ignores such fields, and with them what they ask for.
type job struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string `yaml:"kind"`
	Metadata   meta   `yaml:"metadata"`
	Spec       struct {
		CompletionMode       string `yaml:"completionMode"`
		Completions          int32  `yaml:"completions"`
		Parallelism          int32  `yaml:"parallelism"`
		BackoffLimitPerIndex int32  `yaml:"backoffLimitPerIndex"`
		MaxFailedIndexes     int32  `yaml:"maxFailedIndexes"`
		PodFailurePolicy     struct {
			Rules []failureRule `yaml:"rules"`
		} `yaml:"podFailurePolicy"`
		Template struct {
			Metadata meta    `yaml:"metadata"`
			Spec     podSpec `yaml:"spec"`
		} `yaml:"template"`
	} `yaml:"spec"`
}

type meta struct {
	Name   string            `yaml:"name"`
	Labels map[string]string `yaml:"labels"`
}

type failureRule struct {
	Action      string `yaml:"action"`
	OnExitCodes *struct {
		ContainerName string `yaml:"containerName"`
		Operator      string `yaml:"operator"`
		Values        []int  `yaml:"values"`
	} `yaml:"onExitCodes"`
	OnPodConditions []struct {
		Type   string `yaml:"type"`
		Status string `yaml:"status"`
	} `yaml:"onPodConditions"`
}

type podSpec struct {
	RestartPolicy                string `yaml:"restartPolicy"`
	AutomountServiceAccountToken *bool  `yaml:"automountServiceAccountToken"`
	SecurityContext              struct {
		RunAsNonRoot   bool  `yaml:"runAsNonRoot"`
		RunAsUser      int64 `yaml:"runAsUser"`
		FSGroup        int64 `yaml:"fsGroup"`
		SeccompProfile struct {
			Type string `yaml:"type"`
		} `yaml:"seccompProfile"`
	} `yaml:"securityContext"`
	Containers []struct {
		Name      string   `yaml:"name"`
		Image     string   `yaml:"image"`
		Args      []string `yaml:"args"`
		Resources struct {
			Requests map[string]string `yaml:"requests"`
			Limits   map[string]string `yaml:"limits"`
		} `yaml:"resources"`
		SecurityContext struct {
			AllowPrivilegeEscalation bool `yaml:"allowPrivilegeEscalation"`
			ReadOnlyRootFilesystem   bool `yaml:"readOnlyRootFilesystem"`
			Capabilities             struct {
				Drop []string `yaml:"drop"`
			} `yaml:"capabilities"`
		} `yaml:"securityContext"`
		VolumeMounts []struct {
			Name      string `yaml:"name"`
			MountPath string `yaml:"mountPath"`
		} `yaml:"volumeMounts"`
	} `yaml:"containers"`
	Volumes []volume `yaml:"volumes"`
}

type volume struct {
	Name                  string    `yaml:"name"`
	EmptyDir              *struct{} `yaml:"emptyDir"`
	PersistentVolumeClaim *struct {
		ClaimName string `yaml:"claimName"`
	} `yaml:"persistentVolumeClaim"`
}

// TestKubernetesManifest holds the manifest against the API's rules for Indexed
// Jobs and against the program's exit codes and options.
func TestKubernetesManifest(t *testing.T) {
	var j job
	dec := yaml.NewDecoder(bytes.NewReader(readAll(t, "deploy/kubernetes.yaml")))
	dec.KnownFields(true)
	if err := dec.Decode(&j); err != nil {
		t.Fatal(err)
	}
	pod := j.Spec.Template.Spec
	// The API demands: Never with a failure policy; Indexed with limits by index;
	// no more failed indexes than indexes; names that exist.
	if j.APIVersion != "batch/v1" || j.Kind != "Job" || j.Metadata.Name == "" || j.Spec.CompletionMode != "Indexed" || pod.RestartPolicy != "Never" {
		t.Errorf("%s %s, %s, %s", j.APIVersion, j.Kind, j.Spec.CompletionMode, pod.RestartPolicy)
	}
	if j.Spec.Completions < 1 || j.Spec.MaxFailedIndexes > j.Spec.Completions || len(pod.Containers) != 1 {
		t.Errorf("%d completions, %d failed ones, %d containers", j.Spec.Completions, j.Spec.MaxFailedIndexes, len(pod.Containers))
	}
	actions := map[int]string{}
	for _, rule := range j.Spec.PodFailurePolicy.Rules {
		if (rule.OnExitCodes == nil) == (len(rule.OnPodConditions) == 0) {
			t.Errorf("a rule has one of exit codes and conditions: %+v", rule)
		}
		if !slices.Contains([]string{"FailJob", "FailIndex", "Ignore", "Count"}, rule.Action) {
			t.Errorf("no such action: %s", rule.Action)
		}
		if codes := rule.OnExitCodes; codes != nil {
			if codes.Operator != "In" || codes.ContainerName != pod.Containers[0].Name || !slices.IsSorted(codes.Values) || slices.Contains(codes.Values, 0) {
				t.Errorf("exit codes %+v", codes)
			}
			for _, code := range codes.Values {
				actions[code] = rule.Action
			}
		}
	}
	for code, want := range map[int]string{
		exitUsage: "FailIndex", exitForeign: "FailIndex", exitInterrupted: "Ignore", 137: "Ignore", 143: "Ignore",
		exitFailed: "", exitLocked: "", // tried again
	} {
		if actions[code] != want {
			t.Errorf("exit code %d: %q, want %q", code, actions[code], want)
		}
	}
	container := pod.Containers[0]
	if container.Args[0] != "work" || !slices.Contains(container.Args, "--partial-ok") {
		t.Errorf("the container runs %v", container.Args)
	}
	flags := map[string]bool{}
	for _, f := range workCommand(&env{say: messages.New(messages.English)}).Flags {
		flags[f.Names()[0]] = true
	}
	for _, arg := range container.Args[1:] {
		name, _, _ := strings.Cut(strings.TrimPrefix(arg, "--"), "=")
		if !flags[name] {
			t.Errorf("work has no option %s", arg)
		}
	}
	for _, mount := range container.VolumeMounts {
		if !slices.ContainsFunc(pod.Volumes, func(v volume) bool { return v.Name == mount.Name }) {
			t.Errorf("no volume %s", mount.Name)
		}
	}
}

// TestDeployScripts: the scripts are scripts, and the container gets what it
// copies.
func TestDeployScripts(t *testing.T) {
	scripts, err := filepath.Glob("deploy/*.s*")
	if err != nil || len(scripts) < 4 {
		t.Fatalf("%v: %v", scripts, err)
	}
	page := string(readAll(t, "deploy/README.md"))
	for _, script := range scripts {
		if out, err := exec.Command("bash", "-n", script).CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", script, err, out)
		}
		if !strings.Contains(page, filepath.Base(script)) {
			t.Errorf("deploy/README.md does not name %s", script)
		}
	}
	for line := range strings.Lines(string(readAll(t, "deploy/Dockerfile"))) {
		if fields := strings.Fields(line); len(fields) == 3 && fields[0] == "COPY" {
			if _, err := os.Stat(filepath.Join("../..", fields[1])); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestJSONDocumented: deploy/json.md names every field of every event, and the
// version of the schema.
func TestJSONDocumented(t *testing.T) {
	page := string(readAll(t, "deploy/json.md"))
	if !strings.Contains(page, "This is schema 1.") || jsonSchema != 1 {
		t.Errorf("the page does not describe schema %d", jsonSchema)
	}
	for _, event := range []any{jsonStart{}, jsonDocument{}, jsonProgress{}, jsonSummary{}, jsonError{}} {
		typ := reflect.TypeOf(event)
		for i := range typ.NumField() {
			name, _, _ := strings.Cut(typ.Field(i).Tag.Get("json"), ",")
			if name != "type" && !strings.Contains(page, "`"+name+"`") {
				t.Errorf("json.md does not describe %s of %s", name, typ.Name())
			}
		}
	}
}
