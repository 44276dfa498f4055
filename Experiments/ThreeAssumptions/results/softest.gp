# Run inside this folder: gnuplot softest.gp
# Saddlery 0.1.0
# model: pure p-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# minima: exact means, and ends of descents
reset
set encoding utf8
set minussign
set datafile separator ','
set datafile commentschars '#'
set datafile columnheaders
set bmargin at screen 0.245
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Flat along the softest direction only near the threshold' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'lowest eigenvalue of the Hessian' font ',12.0'
set xrange [-1.8:-1.2]
set yrange [0.0:2.0]

set label 'pure 3-spin, |σ|² = N, E = H/N; minima found by descent, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'line: 3(|E| - E_∞), N → ∞' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.29293, 0.10375 to screen 0.33627, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.34793, 0.10375 left font ',10.5'
set label '' at screen 0.4582, 0.10375 point pt 7 ps 0.5 lc rgb '#0072B2'
set label 'N = 20' at screen 0.49153, 0.10375 left font ',10.5'
set label '' at screen 0.6018, 0.10375 point pt 7 ps 0.5 lc rgb '#D55E00'
set label 'N = 160' at screen 0.63513, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'softest.svg'
plot \
  'softest.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'N → ∞', \
  'softest.csv' using 3:4 with points pt 7 ps 0.3 lw 0.1 lc rgb '#800072B2' title 'N = 20', \
  'softest.csv' using 5:6 with points pt 7 ps 0.3 lw 0.1 lc rgb '#80D55E00' title 'N = 160'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'softest.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'softest.png'
replot
unset output
