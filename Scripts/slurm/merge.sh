#!/bin/bash
# Joins the stores of all shares of a study, PREFIX.1-of-n.db to PREFIX.n-of-n.db, in PREFIX.db, and does what is left: of a
# shared enumeration, the proof. After the jobs of the array, or by hand without Slurm:
#
#     array=$(sbatch --parsable --array=1-100 Scripts/slurm/array.sh study.toml out/study)
#     sbatch --dependency=afterok:$array Scripts/slurm/merge.sh out/study
#
# The same again goes on after an interruption. The program is $SADDLERY, or the saddlery in PATH.
#
#SBATCH --job-name=saddlery-merge
#SBATCH --time=12:00:00
#SBATCH --cpus-per-task=16
#SBATCH --mem-per-cpu=1G
##SBATCH --partition=NAME
##SBATCH --account=NAME
#SBATCH --requeue
#SBATCH --open-mode=append
set -eu

refuse() {
  printf 'merge.sh: %s\n' "$2" >&2
  exit "$1"
}

[ $# = 1 ] || refuse 64 "$# arguments are not valid; give the beginning of the stores' names"
prefix=$1
saddlery=${SADDLERY:-saddlery}
command -v "$saddlery" >/dev/null ||
  refuse 64 "there is no program '$saddlery'; put it in PATH, or set SADDLERY to where it is"

count=
for store in "$prefix".*-of-*.db; do
  [[ ${store#"$prefix".} =~ ^[1-9][0-9]*-of-([1-9][0-9]*)\.db$ ]] || continue
  [ "${count:-${BASH_REMATCH[1]}}" = "${BASH_REMATCH[1]}" ] ||
    refuse 65 "there are shares of $count and of ${BASH_REMATCH[1]} of '$prefix'; keep those of one study"
  count=${BASH_REMATCH[1]}
done
[ -n "$count" ] || refuse 65 "there are no stores '$prefix.1-of-n.db'; give the PREFIX of the shares"
stores=()
for ((number = 1; number <= count; number++)); do
  store=$prefix.$number-of-$count.db
  [ -e "$store" ] || refuse 65 "'$store' is missing; submit the array again"
  stores+=("$store")
done

# A store that is read takes three open files.
ulimit -S -n "$(ulimit -H -n)"
"$saddlery" merge "$prefix.db" "${stores[@]}"
exec "$saddlery" resume "$prefix.db" --threads "${SLURM_CPUS_PER_TASK:-$(nproc)}"
