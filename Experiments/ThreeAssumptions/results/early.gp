# Run inside this folder: gnuplot early.gp
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
set bmargin at screen 0.2725
set tmargin at screen 0.93
set rmargin at screen 0.965
set border 3 lw 0.8 lc rgb '#222222'
set tics out nomirror scale 0.6 font ',11.0'
set grid back lt 1 lw 0.4 lc rgb '#E4E4E4'
set errorbars 0

set label 'Stopped early, descent has not come down' at graph 0.5, screen 0.965 center font ',13.0'
set label 'time t of dσ/dt = -grad H' at graph 0.5, screen 0.18 center font ',12.0'
set ylabel 'E + E_∞, E_∞ = 1.633' font ',12.0'
set logscale x
set format x '10^{%T}'
set xrange [0.1:76.8]
set logscale y
set format y '10^{%T}'
set yrange [0.01:2.0]

set label 'pure 3-spin, |σ|² = N, E = H/N, N = 100; seed 1; bars: standard errors over samples' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'marks from the left: stopped at 0.3, 0.1, 0.03, 0.01, ... of the first gradient' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'line: equations of Cugliandolo and Kurchan at T = 0' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.16063, 0.13125 to screen 0.20397, 0.13125 nohead lw 2.2 lc rgb '#000000'
set label 'N → ∞' at screen 0.21563, 0.13125 left font ',10.5'
set arrow from screen 0.39243, 0.13125 to screen 0.43577, 0.13125 nohead dt (8,5) lw 1.2 lc rgb '#7F7F7F'
set label 'slope -2/3' at screen 0.44743, 0.13125 left font ',10.5'
set arrow from screen 0.62423, 0.13125 to screen 0.66757, 0.13125 nohead lw 1.2 lc rgb '#0072B2'
set label '' at screen 0.6459, 0.13125 point pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2'
set label 'N = 100, stopped' at screen 0.67923, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'early.svg'
plot \
  'early.csv' using 1:2 with lines lw 2.2 lc rgb '#000000' title 'N → ∞', \
  'early.csv' using 3:4 with lines dt (8,5) lw 1.2 lc rgb '#7F7F7F' title 'slope -2/3', \
  'early.csv' using 5:6:7:8 with xyerrorbars pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' title 'N = 100, stopped'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'early.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'early.png'
replot
unset output
