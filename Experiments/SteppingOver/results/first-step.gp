# Run inside this folder: gnuplot first-step.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# ways between successive points of gradient descent
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

set label 'One step down from a random point, however long' at graph 0.5, screen 0.965 center font ',13.0'
set label 'angle of the step θ = η|grad H|/√N in degrees' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'mean energy per spin after it' font ',12.0'
set xrange [0.0:90.0]
set yrange [-0.75:0.05]

set label 'pure 3-spin, |σ|² = N, E = H/N; seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'dashed: -√p cos^{p-1}θ sin θ, N → ∞; bars: standard errors, smaller than the marks' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.12483, 0.10375 to screen 0.16817, 0.10375 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.17983, 0.10375 left font ',10.5'
set arrow from screen 0.27823, 0.10375 to screen 0.32157, 0.10375 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 20' at screen 0.33323, 0.10375 left font ',10.5'
set arrow from screen 0.43163, 0.10375 to screen 0.47497, 0.10375 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 100' at screen 0.48663, 0.10375 left font ',10.5'
set arrow from screen 0.58503, 0.10375 to screen 0.62837, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'exact' at screen 0.64003, 0.10375 left font ',10.5'
set arrow from screen 0.73843, 0.10375 to screen 0.78177, 0.10375 nohead lw 1.2 lc rgb '#000000'
set label '' at screen 0.7601, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'measured' at screen 0.79343, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'first-step.svg'
plot \
  'first-step.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle, \
  'first-step.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'first-step.csv' using 5:6:(0):7 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'first-step.csv' using 8:9 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'first-step.csv' using 10:11:(0):12 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'first-step.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'first-step.png'
replot
unset output
