#!/bin/bash
# A study on a Slurm cluster, a share to each job of an array:
#
#     sbatch --array=1-100 Scripts/slurm/array.sh study.toml out/study
#
# Share i is in out/study.i-of-100.db; merge.sh joins them. A job that is told to stop, since its time is over or others go
# first, keeps what it has done and queues again. After failures submit the same once more: what is done is not done again.
#
# For your cluster (options of sbatch before the script's name overrule these lines):
#SBATCH --job-name=saddlery
#SBATCH --time=12:00:00
#SBATCH --cpus-per-task=4
#SBATCH --mem-per-cpu=1G
##SBATCH --partition=NAME
##SBATCH --account=NAME
#
# Two minutes' notice before the end; queue again, also when a node fails; one log of all attempts.
#SBATCH --signal=TERM@120
#SBATCH --requeue
#SBATCH --open-mode=append
set -eu

refuse() {
  printf 'array.sh: %s\n' "$1" >&2
  exit 64
}

[ -n "${SLURM_ARRAY_TASK_ID:-}" ] ||
  refuse "this is no job of an array; give sbatch --array=1-100 array.sh RECIPE PREFIX"
job=${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID

# Slurm runs a copy of this file and knows where the file itself is, share beside it.
command=$(scontrol show job "$job" | sed -n 's/^ *Command=//p')
share=$(dirname "${command%" $*"}")/share
[ -x "$share" ] || refuse "there is no '$share'; keep share in the folder of array.sh"

status=0
srun --cpus-per-task="${SLURM_CPUS_PER_TASK:-1}" "$share" "$@" || status=$?
# Told to stop; 143 if it had not yet begun. Not for ever: a sample that takes longer than the job may never ends.
if [[ $status =~ ^(75|143)$ ]] && [ "${SLURM_RESTART_COUNT:-0}" -lt 100 ]; then scontrol requeue "$job"; fi
exit $status
