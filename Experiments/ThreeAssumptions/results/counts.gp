# Run inside this folder: gnuplot counts.gp
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

set label 'Minima are exponentially many; at p = 3 and N below 300 fewer than N^2' at graph 0.5, screen 0.965 center font ',13.0'
set label 'N' at graph 0.5, screen 0.1525 center font ',12.0'
set ylabel 'mean number of minima' font ',12.0'
set xrange [0.0:329.6]
set logscale y
set format y '10^{%T}'
set yrange [1.0:1000000000000.0]

set label 'pure p-spin, exact mean numbers of minima at finite N' at screen 0.02, 0.04875 left noenhanced font ',8.0' textcolor rgb '#444444'
set label 'lines: e^{NΘ} with the exact rate Θ, through the largest N' at screen 0.02, 0.02125 left noenhanced font ',8.0' textcolor rgb '#444444'

unset key
set arrow from screen 0.10693, 0.10375 to screen 0.15027, 0.10375 nohead dt (8,5) lw 2.2 lc rgb '#000000'
set label 'N^2' at screen 0.16193, 0.10375 left font ',10.5'
set arrow from screen 0.24073, 0.10375 to screen 0.28407, 0.10375 nohead lw 2.2 lc rgb '#0072B2'
set label 'p = 3' at screen 0.29573, 0.10375 left font ',10.5'
set arrow from screen 0.37453, 0.10375 to screen 0.41787, 0.10375 nohead lw 2.2 lc rgb '#D55E00'
set label 'p = 4' at screen 0.42953, 0.10375 left font ',10.5'
set arrow from screen 0.50833, 0.10375 to screen 0.55167, 0.10375 nohead lw 2.2 lc rgb '#009E73'
set label 'p = 10' at screen 0.56333, 0.10375 left font ',10.5'
set arrow from screen 0.64213, 0.10375 to screen 0.68547, 0.10375 nohead lw 2.2 lc rgb '#000000'
set label 'e^{NΘ}' at screen 0.69713, 0.10375 left font ',10.5'
set label '' at screen 0.7976, 0.10375 point pt 7 ps 0.6 lw 1.2 lc rgb '#000000'
set label 'exact' at screen 0.83093, 0.10375 left font ',10.5'

set terminal svg size 600,400.0 dynamic enhanced font 'Arial,12' background '#FFFFFF'
set output 'counts.svg'
plot \
  'counts.csv' using 1:2 with lines dt (8,5) lw 2.2 lc rgb '#000000' notitle, \
  'counts.csv' using 3:4 with lines lw 2.2 lc rgb '#0072B2' notitle, \
  'counts.csv' using 5:6 with points pt 7 ps 0.6 lw 1.2 lc rgb '#0072B2' notitle, \
  'counts.csv' using 7:8 with lines lw 2.2 lc rgb '#D55E00' notitle, \
  'counts.csv' using 9:10 with points pt 7 ps 0.6 lw 1.2 lc rgb '#D55E00' notitle, \
  'counts.csv' using 11:12 with lines lw 2.2 lc rgb '#009E73' notitle, \
  'counts.csv' using 13:14 with points pt 7 ps 0.6 lw 1.2 lc rgb '#009E73' notitle

set terminal pdfcairo size 18cm,12.0cm enhanced font 'Arial,12' \
  fontscale 0.64 linewidth 1.7 pointscale 1.15
set output 'counts.pdf'
replot

set terminal pngcairo size 1200,800.0 enhanced font 'Arial,12' \
  fontscale 1.5 linewidth 2 pointscale 2.7
set output 'counts.png'
replot
unset output
