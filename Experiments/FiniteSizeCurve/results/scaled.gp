# Run inside this folder: gnuplot scaled.gp
# Saddlery 0.1.0
# model: pure 3-spin, ξ(q) = q^3
# convention: H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the (N-1)x(N-1) tangential Hessian
# exact mean index fraction of the critical points of an energy
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

set label 'The approach to the limit, scaled by N' at graph 0.5, screen 0.965 center font ',13.0'
set label 'energy per spin E = H/N' at graph 0.5, screen 0.18 center font ',12.0'
set ylabel 'N (α_N(E) - α_∞(E))' font ',12.0'

set label 'pure 3-spin; exact means over all critical points' at screen 0.02, 0.07625 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'H(σ) = Σ_p N^{-(p-1)/2} Σ J σ...σ over all index tuples, J ~ a_p N(0,1), |σ|² = N; E = H/N; index of the' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label '(N-1)x(N-1) tangential Hessian' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.22113, 0.13125 to screen 0.26447, 0.13125 nohead lw 2.2 lc rgb '#0072B2'
set label 'N = 8' at screen 0.27613, 0.13125 left font ',10.5'
set arrow from screen 0.36473, 0.13125 to screen 0.40807, 0.13125 nohead lw 2.2 lc rgb '#D55E00'
set label 'N = 20' at screen 0.41973, 0.13125 left font ',10.5'
set arrow from screen 0.50833, 0.13125 to screen 0.55167, 0.13125 nohead lw 2.2 lc rgb '#009E73'
set label 'N = 40' at screen 0.56333, 0.13125 left font ',10.5'
set arrow from screen 0.65193, 0.13125 to screen 0.69527, 0.13125 nohead lw 2.2 lc rgb '#E69F00'
set label 'N = 100' at screen 0.70693, 0.13125 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'scaled.svg'
plot \
  'scaled.csv' using 1:2 with lines lw 2.2 lc rgb '#0072B2' title 'N = 8', \
  'scaled.csv' using 3:4 with lines lw 2.2 lc rgb '#D55E00' title 'N = 20', \
  'scaled.csv' using 5:6 with lines lw 2.2 lc rgb '#009E73' title 'N = 40', \
  'scaled.csv' using 7:8 with lines lw 2.2 lc rgb '#E69F00' title 'N = 100'

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'scaled.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'scaled.png'
replot
unset output
