# Run inside this folder: gnuplot gradient.gp
# Saddlery 0.1.0
# model: pure 3-spin
# seed: 1
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# gradient flow dσ/dt = -grad H from random points
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

set label 'Gradients fall all the way: they are never small early' at graph 0.5, screen 0.965 center font ',13.0'
set label 'time t of dσ/dt = -grad H' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel '|grad H|²/N, 3 at random points' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.1:76.8]
set logscale y
set format y '10^{%T}'
set yrange [1e-05:5.0]

set label 'pure 3-spin, |σ|² = N, E = H/N; gradient flow from random points, seed 1' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'line: N → ∞, |grad H|²/N = -dE/dt; bars: standard errors over samples' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.29293, 0.10375 to screen 0.33627, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.34793, 0.10375 left font ',10.5'
set arrow from screen 0.43653, 0.10375 to screen 0.47987, 0.10375 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.4582, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'N = 100' at screen 0.49153, 0.10375 left font ',10.5'
set arrow from screen 0.58013, 0.10375 to screen 0.62347, 0.10375 nohead lw 1.2 lc rgb '#D55E00'
set label '' at screen 0.6018, 0.10375 point pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00'
set label 'N = 300' at screen 0.63513, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'gradient.svg'
plot \
  'gradient.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'N → ∞', \
  'gradient.csv' using 3:4:(0):5 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'N = 100', \
  'gradient.csv' using 6:7:(0):8 with xyerrorbars pt 5 ps 0.6 lw 1.2 lc rgb '#D55E00' title 'N = 300'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'gradient.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'gradient.png'
replot
unset output
